/** @type {import('../words.js').Words} */
export default {
  reading: 'Beiträge werden gelesen: %1 von %2',
  retry: 'Noch einmal versuchen',
  home: 'Startseite',
  raw: 'Datei des Beitrags öffnen',
  offline: ['Keine Verbindung', 'Die Seite ließ sich nicht laden. Sobald das Netz wieder antwortet, geht sie auf.'],
  post: ['Die Datei dieses Beitrags fehlt', 'Er steht im Verzeichnis, aber der Server hat seine Datei nicht.'],
  module: ['Diese Seite lässt sich hier nicht darstellen', 'Ein Teil der Seite wurde nicht geladen, oder der Browser lehnt WebAssembly ab.'],
  catalog: ['Das Verzeichnis der Beiträge ist nicht lesbar', 'Weder ein Katalog noch ein Ordner mit Beiträgen liegt dort, wo die Seite ihn erwartet.'],
  trouble: 'Einige Beiträge waren nicht lesbar',
};
