/** The id of the nearest element that has one; engine extensions have none. */
exports.placeOf = function(element) {
  let at = element;
  while (at && !at.id) {
    at = at.$parent;
  }
  return at ? at.id : '(model)';
};

/** Every attribute and text of one element that is a string, as [name, text]. */
exports.textsOf = function(element) {
  const own = element.$descriptor.properties
    .map(({ name }) => [ name, element.get(name) ]);
  return own.concat(Object.entries(element.$attrs))
    .filter(([ , text ]) => typeof text === 'string');
};

/** The local name of an element of the engine's namespace, such as script in camunda:script. */
exports.engineName = function(element) {
  const [ prefix, name ] = element.$type.split(':');
  return prefix === 'camunda' ? name.charAt(0).toLowerCase() + name.slice(1) : null;
};

exports.isAskingGateway = function(element) {
  return [ 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway' ].includes(element.$type)
    && (element.outgoing || []).length > 1;
};
