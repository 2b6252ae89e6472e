/* Takes the place of the file of the same name in Camunda's webjar. */
export default {
  app: {
    name: 'Welcome',
    vendor: 'GenAI clearance desk'
  },
  // Seen from /camunda/app/welcome/.
  customScripts: ['../../../desk/sign-out']
};
