/* Takes the place of the file of the same name in Camunda's webjar. */
export default {
  app: {
    name: 'Cockpit',
    vendor: 'GenAI clearance desk'
  },
  // Seen from /camunda/app/cockpit/.
  customScripts: ['../../../desk/sign-out']
};
