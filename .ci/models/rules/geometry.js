/** On which side of the line through a and b the point lies: negative, zero (on it) or positive. */
function side(a, b, point) {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

function between(a, b, point) {
  return Math.min(a.x, b.x) <= point.x && point.x <= Math.max(a.x, b.x)
    && Math.min(a.y, b.y) <= point.y && point.y <= Math.max(a.y, b.y);
}

/** Two segments cut through each other. */
exports.crossing = function([ a, b ], [ c, d ]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
};

/** An end of one segment lies on the other. */
exports.touching = function([ a, b ], [ c, d ]) {
  const on = (from, to, point) => side(from, to, point) === 0 && between(from, to, point);
  return on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b);
};

/** Two bounds share more than a border of two pixels. */
exports.overlapping = function(a, b) {
  const shared = (from, size) => Math.min(a[from] + a[size], b[from] + b[size]) - Math.max(a[from], b[from]);
  return shared('x', 'width') > 2 && shared('y', 'height') > 2;
};

/** A segment has a part well inside the bounds of a shape, not only along its border. */
exports.passesThrough = function([ a, b ], { x, y, width, height }) {
  const left = x + 1, right = x + width - 1, top = y + 1, bottom = y + height - 1;
  const inside = ({ x: px, y: py }) => left < px && px < right && top < py && py < bottom;
  const corners = [ [ left, top ], [ right, top ], [ right, bottom ], [ left, bottom ] ].map(([ cx, cy ]) => ({ x: cx, y: cy }));
  return inside(a) || inside(b)
    || corners.some((corner, index) => exports.crossing([ a, b ], [ corner, corners[(index + 1) % 4] ]));
};
