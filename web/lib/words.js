// What the shell itself says, when no view of the core can: failures and waiting. The views' own words
// are in src/view/words.cc.

/**
 * @typedef {{opening: string, reading: string, retry: string, home: string, raw: string,
 *   offline: [string, string], post: [string, string], module: [string, string], catalog: [string, string],
 *   trouble: string}} Words
 */

/** @type {Map<string, Words>} */
const table = new Map(
  Object.entries({
    en: {
      opening: 'Opening…',
      reading: 'Reading the posts: %1 of %2',
      retry: 'Try again',
      home: 'Home',
      raw: 'Open the post’s file',
      offline: ['No connection', 'The page could not be fetched. It will open as soon as the network answers again.'],
      post: ['This post’s file is missing', 'It is in the list of posts, but the host does not have its file.'],
      module: ['This page cannot be rendered here', 'A part of the site did not load, or this browser refuses WebAssembly.'],
      catalog: ['The list of posts cannot be read', 'Neither a catalogue nor a posts folder was found where the site expects them.'],
      trouble: 'Some posts could not be read',
    },
    de: {
      opening: 'Wird geöffnet …',
      reading: 'Beiträge werden gelesen: %1 von %2',
      retry: 'Noch einmal versuchen',
      home: 'Startseite',
      raw: 'Datei des Beitrags öffnen',
      offline: ['Keine Verbindung', 'Die Seite ließ sich nicht laden. Sobald das Netz wieder antwortet, geht sie auf.'],
      post: ['Die Datei dieses Beitrags fehlt', 'Er steht im Verzeichnis, aber der Server hat seine Datei nicht.'],
      module: ['Diese Seite lässt sich hier nicht darstellen', 'Ein Teil der Seite wurde nicht geladen, oder der Browser lehnt WebAssembly ab.'],
      catalog: ['Das Verzeichnis der Beiträge ist nicht lesbar', 'Weder ein Katalog noch ein Ordner mit Beiträgen liegt dort, wo die Seite ihn erwartet.'],
      trouble: 'Einige Beiträge waren nicht lesbar',
    },
    fr: {
      opening: 'Ouverture…',
      reading: 'Lecture des articles : %1 sur %2',
      retry: 'Réessayer',
      home: 'Accueil',
      raw: 'Ouvrir le fichier de l’article',
      offline: ['Pas de connexion', 'La page n’a pas pu être chargée. Elle s’ouvrira dès que le réseau répondra.'],
      post: ['Le fichier de cet article est absent', 'Il figure dans la liste, mais l’hébergeur n’a pas son fichier.'],
      module: ['Cette page ne peut pas être affichée ici', 'Une partie du site n’a pas été chargée, ou ce navigateur refuse WebAssembly.'],
      catalog: ['La liste des articles est illisible', 'Ni catalogue ni dossier d’articles là où le site les attend.'],
      trouble: 'Certains articles n’ont pas pu être lus',
    },
    es: {
      opening: 'Abriendo…',
      reading: 'Leyendo las entradas: %1 de %2',
      retry: 'Reintentar',
      home: 'Inicio',
      raw: 'Abrir el archivo de la entrada',
      offline: ['Sin conexión', 'No se pudo cargar la página. Se abrirá en cuanto la red responda.'],
      post: ['Falta el archivo de esta entrada', 'Está en la lista, pero el servidor no tiene su archivo.'],
      module: ['Esta página no se puede mostrar aquí', 'Una parte del sitio no se cargó, o este navegador rechaza WebAssembly.'],
      catalog: ['No se puede leer la lista de entradas', 'No hay catálogo ni carpeta de entradas donde el sitio los espera.'],
      trouble: 'Algunas entradas no se pudieron leer',
    },
    ja: {
      opening: '開いています…',
      reading: '記事を読み込み中：%2件中%1件',
      retry: 'もう一度試す',
      home: 'ホーム',
      raw: '記事のファイルを開く',
      offline: ['接続がありません', 'ページを取得できませんでした。ネットワークが戻り次第開きます。'],
      post: ['この記事のファイルがありません', '一覧にはありますが、サーバーにファイルがありません。'],
      module: ['ここではページを表示できません', 'サイトの一部が読み込めないか、ブラウザーがWebAssemblyを拒否しています。'],
      catalog: ['記事の一覧を読めません', 'カタログも記事のフォルダーも見つかりません。'],
      trouble: '一部の記事を読めませんでした',
    },
  }),
);

/**
 * @param {string} language BCP 47; English for those without a table
 * @returns {Words}
 */
export function wordsOf(language) {
  return /** @type {Words} */ (table.get(language.split('-')[0]) ?? table.get('en'));
}

/** @param {string} pattern with %1, %2 @param {...(string | number)} values */
export function fill(pattern, ...values) {
  return pattern.replace(/%(\d)/g, (_, place) => String(values[place - 1]));
}
