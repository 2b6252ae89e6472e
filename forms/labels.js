/**
 * Tasklist writes some of its labels before its locale file has arrived and then shows their keys (SEARCH_PLACEHOLDER).
 * So the file is put where Tasklist keeps it between visits, before Tasklist starts.
 */
export {};

const base = document.querySelector('base[app-name=tasklist]');

if (base) {
  const folder = `${base.getAttribute('app-root')}/app/tasklist/locales/`;
  try {
    const locale = await (await fetch(`${folder}en.json`)).json();
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    kept[`${folder}_locales_data_en_${window.bust}`] = JSON.stringify(locale);
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch (failure) {
    console.warn('The labels of Tasklist could not be fetched ahead; some may show as keys.', failure);
  }
}
