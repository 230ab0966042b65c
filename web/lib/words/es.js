/** @type {import('../words.js').Words} */
export default {
  reading: 'Leyendo las entradas: %1 de %2',
  retry: 'Reintentar',
  home: 'Inicio',
  raw: 'Abrir el archivo de la entrada',
  offline: ['Sin conexión', 'No se pudo cargar la página. Se abrirá en cuanto la red responda.'],
  post: ['Falta el archivo de esta entrada', 'Está en la lista, pero el servidor no tiene su archivo.'],
  module: ['Esta página no se puede mostrar aquí', 'Una parte del sitio no se cargó, o este navegador rechaza WebAssembly.'],
  catalog: ['No se puede leer la lista de entradas', 'No hay catálogo ni carpeta de entradas donde el sitio los espera.'],
  trouble: 'Algunas entradas no se pudieron leer',
};
