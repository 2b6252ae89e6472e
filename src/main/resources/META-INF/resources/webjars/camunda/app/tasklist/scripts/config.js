/* Takes the place of the file of the same name in Camunda's webjar. */
export default {
  app: {
    name: 'Tasks',
    vendor: 'GenAI clearance desk'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  // Seen from /camunda/app/tasklist/; the elements of the forms and the link “My requests”.
  customScripts: ['../../../desk/desk-elements'],
  disableWelcomeMessage: true,
  assignProcessInstanceIdToTaskComment: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
