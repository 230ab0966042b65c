/** @type {import('../words.js').Words} */
export default {
  reading: 'Lecture des articles : %1 sur %2',
  retry: 'Réessayer',
  home: 'Accueil',
  raw: 'Ouvrir le fichier de l’article',
  offline: ['Pas de connexion', 'La page n’a pas pu être chargée. Elle s’ouvrira dès que le réseau répondra.'],
  post: ['Le fichier de cet article est absent', 'Il figure dans la liste, mais l’hébergeur n’a pas son fichier.'],
  module: ['Cette page ne peut pas être affichée ici', 'Une partie du site n’a pas été chargée, ou ce navigateur refuse WebAssembly.'],
  catalog: ['La liste des articles est illisible', 'Ni catalogue ni dossier d’articles là où le site les attend.'],
  trouble: 'Certains articles n’ont pas pu être lus',
};
