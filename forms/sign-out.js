/** There is one login, and it is the desk's: whoever signs out of Tasklist or Cockpit, or stayed away too long, is led there. */
function leave() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(new URL('../login?out', import.meta.url));
  }
}

window.addEventListener('hashchange', leave);
leave();

export default [];
