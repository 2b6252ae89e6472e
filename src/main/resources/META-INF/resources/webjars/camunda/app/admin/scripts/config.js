/* Takes the place of the file of the same name in Camunda's webjar. */
export default {
  app: {
    name: 'Admin',
    vendor: 'GenAI clearance desk'
  },
  // Seen from /camunda/app/admin/.
  customScripts: ['../../../desk/sign-out']
};
