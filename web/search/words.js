// What search says. The views' own words are in src/view/words.cc.

/**
 * @typedef {{searching: string, reading: string, one: string, many: string, some: string, someOnly: string,
 *   nothing: string, advice: string, corrected: string, literally: string, all: string, more: string,
 *   failed: string, titles: string, retry: string, best: string, newest: string, order: string, narrow: string, tips: string}} Words
 */

/** @type {Map<string, Words>} */
const table = new Map(
  Object.entries({
    en: {
      searching: 'Searching…',
      reading: 'Reading the posts: %1 of %2',
      one: '1 post',
      many: '%1 posts',
      some: 'With some of the words',
      someOnly: 'No post has all of the words.',
      nothing: 'Nothing found for “%1”',
      advice: 'Try fewer or other words, or look through the tags and the archive.',
      corrected: 'Searched for %1 in place of %2.',
      literally: 'Only as written',
      all: 'See all results',
      more: 'More results',
      failed: 'Search is out of reach just now.',
      titles: 'These titles have your words:',
      retry: 'Try again',
      best: 'Best first',
      newest: 'Newest first',
      order: 'Order',
      narrow: 'Narrow down',
      tips: '"exact words" · -without · title:word · tag:name · after:2024',
    },
    de: {
      searching: 'Suche läuft …',
      reading: 'Beiträge werden gelesen: %1 von %2',
      one: '1 Beitrag',
      many: '%1 Beiträge',
      some: 'Mit einigen der Wörter',
      someOnly: 'Kein Beitrag enthält alle Wörter.',
      nothing: 'Nichts gefunden zu „%1“',
      advice: 'Versuchen Sie es mit weniger oder anderen Wörtern, oder blättern Sie in Schlagwörtern und Archiv.',
      corrected: 'Gesucht wurde %1 statt %2.',
      literally: 'Nur wie geschrieben',
      all: 'Alle Ergebnisse',
      more: 'Weitere Ergebnisse',
      failed: 'Die Suche ist gerade nicht erreichbar.',
      titles: 'Diese Titel enthalten Ihre Wörter:',
      retry: 'Noch einmal versuchen',
      best: 'Beste zuerst',
      newest: 'Neueste zuerst',
      order: 'Reihenfolge',
      narrow: 'Eingrenzen',
      tips: '"genau diese Wörter" · -ohne · title:Wort · tag:Name · after:2024',
    },
    fr: {
      searching: 'Recherche…',
      reading: 'Lecture des articles : %1 sur %2',
      one: '1 article',
      many: '%1 articles',
      some: 'Avec une partie des mots',
      someOnly: 'Aucun article ne contient tous les mots.',
      nothing: 'Rien trouvé pour « %1 »',
      advice: 'Essayez moins de mots ou d’autres, ou parcourez les étiquettes et les archives.',
      corrected: 'Recherche de %1 au lieu de %2.',
      literally: 'Uniquement tel quel',
      all: 'Voir tous les résultats',
      more: 'Autres résultats',
      failed: 'La recherche est indisponible pour le moment.',
      titles: 'Ces titres contiennent vos mots :',
      retry: 'Réessayer',
      best: 'Les meilleurs d’abord',
      newest: 'Les plus récents d’abord',
      order: 'Ordre',
      narrow: 'Affiner',
      tips: '"mots exacts" · -sans · title:mot · tag:nom · after:2024',
    },
    es: {
      searching: 'Buscando…',
      reading: 'Leyendo las entradas: %1 de %2',
      one: '1 entrada',
      many: '%1 entradas',
      some: 'Con algunas de las palabras',
      someOnly: 'Ninguna entrada tiene todas las palabras.',
      nothing: 'No se ha encontrado nada para «%1»',
      advice: 'Pruebe con menos palabras o con otras, o mire las etiquetas y el archivo.',
      corrected: 'Se ha buscado %1 en lugar de %2.',
      literally: 'Solo tal como está escrito',
      all: 'Ver todos los resultados',
      more: 'Más resultados',
      failed: 'La búsqueda no está disponible en este momento.',
      titles: 'Estos títulos tienen sus palabras:',
      retry: 'Reintentar',
      best: 'Mejores primero',
      newest: 'Más recientes primero',
      order: 'Orden',
      narrow: 'Acotar',
      tips: '"palabras exactas" · -sin · title:palabra · tag:nombre · after:2024',
    },
    ja: {
      searching: '検索しています…',
      reading: '記事を読み込んでいます：%1 / %2',
      one: '1件の記事',
      many: '%1件の記事',
      some: '一部の語を含む記事',
      someOnly: 'すべての語を含む記事はありません。',
      nothing: '「%1」に一致する記事はありません',
      advice: '語を減らすか変えるか、タグやアーカイブをご覧ください。',
      corrected: '%2の代わりに%1を検索しました。',
      literally: '入力どおりに検索',
      all: 'すべての結果を見る',
      more: '結果をさらに表示',
      failed: '現在、検索を利用できません。',
      titles: '題名に語を含む記事：',
      retry: '再試行',
      best: '適合順',
      newest: '新しい順',
      order: '並び順',
      narrow: '絞り込む',
      tips: '"完全一致" · -除外 · title:語 · tag:名前 · after:2024',
    },
  }),
);

/** The words of the page's language, else English. */
export function words() {
  const language = document.documentElement.lang.split('-')[0];
  return /** @type {Words} */ (table.get(language) ?? table.get('en'));
}

/** @param {string} text @param {...(string | number)} values in place of %1, %2 */
export function fill(text, ...values) {
  return text.replace(/%(\d)/g, (_, number) => String(values[number - 1]));
}
