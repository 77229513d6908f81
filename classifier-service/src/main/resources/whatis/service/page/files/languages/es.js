export const es = {
  question: '¿Qué hay en esta imagen?',
  invitation: 'Suelta una imagen en cualquier lugar de esta página, pégala o elige varias. Un Vision Transformer dice qué '
    + 'muestra, y Wikipedia explica qué es.',
  pick: 'Elegir imágenes',
  photograph: 'Hacer una foto',
  accepted: 'JPEG, PNG, GIF, BMP, WebP, TIFF y otros que este navegador muestre',
  api: 'Para programas: la API',
  privacy: 'Las imágenes se procesan en memoria y no se guardan.',
  fallback: 'Aquí responde un pequeño modelo inicial, porque no se pudo obtener el completo. Sabe menos y se equivoca más.',

  answers: 'Respuestas',
  announcements: 'Novedades',
  taken: count => count === 1 ? 'Una imagen recibida' : `${count} imágenes recibidas`,
  picture: name => `Tu imagen ${name}`,
  converted: 'Convertida a PNG en tu navegador: el servicio no lee este formato.',
  noPreview: 'Este navegador no puede mostrar el archivo.',
  remove: name => `Quitar ${name}`,

  queued: 'Espera su turno…',
  progress: 'Progreso',
  uploading: share => `Enviando, ${share}…`,
  looking: 'Mirándola…',
  tryingAgain: seconds => seconds === 1 ? 'Nuevo intento en 1 segundo.' : `Nuevo intento en ${seconds} segundos.`,
  tryAgain: 'Intentar de nuevo',

  known: score => `El modelo le da un ${score}.`,
  unknown: 'Desconocido',
  unsure: threshold => `Ninguna respuesta alcanza el ${threshold} a partir del cual se da por conocida.`,
  guesses: threshold => `Las mejores respuestas. La línea marca el ${threshold}: a partir de ahí se da por conocida.`,
  timings: {
    queue: 'Cola',
    decode: 'Decodificación',
    inference: 'Red neuronal',
    article: 'Wikipedia',
    total: 'En total, con el envío',
  },
  model: 'Modelo',

  wikipedia: 'De Wikipedia en inglés,',
  disambiguation: 'La palabra tiene varios significados; Wikipedia los enumera.',
  noPage: 'Wikipedia en inglés no tiene ninguna página sobre esto.',
  definition: 'En el diccionario',
  dictionary: source => `De ${source}, en inglés`,

  noAnswer: 'Sin respuesta',
  more: 'Más información (en inglés)',
  problems: {
    'empty-file': 'El archivo está vacío.',
    'unsupported-image-format':
      'Este navegador no puede convertirlo. Ábrelo con una aplicación que lo muestre y guárdalo allí como JPEG.',
    'unreadable-image':
      'La imagen está dañada o incompleta, o es de un tipo raro. Ábrela con un editor de imágenes y guárdala de nuevo como JPEG.',
    'image-too-large': 'La imagen tiene demasiados píxeles, más de 50 millones. Redúcela: con 1000 por lado sobra.',
    'unexpected-image-size': 'El modelo solo acepta imágenes de un tamaño, y esta tiene otro.',
    'upload-too-large': 'El archivo es demasiado grande para enviarlo. Reduce la imagen: con 1000 píxeles por lado sobra.',
    'upload-timeout': 'La imagen tardó demasiado en llegar. Una más pequeña quizá llegue.',
    'internal-error': 'Algo ha fallado en el servicio. Quizá funcione si lo intentas de nuevo.',
    starting: 'El servicio está arrancando.',
    stopping: 'El servicio está a punto de reiniciarse.',
    overloaded: 'El servicio está ocupado.',
    'encyclopedia-error':
      'Wikipedia no dio una respuesta útil. Lo que muestra la imagen sigue en pie; solo falta el artículo.',
    'encyclopedia-unavailable':
      'Ahora no se puede consultar Wikipedia. Lo que muestra la imagen sigue en pie; solo falta el artículo.',
    'encyclopedia-timeout':
      'Wikipedia tardó demasiado en responder. Lo que muestra la imagen sigue en pie; solo falta el artículo.',
    unreachable: 'No se puede contactar con el servicio. ¿Hay conexión a la red?',
    'unreadable-file': 'No se puede leer el archivo: quizá sea una carpeta, o se haya movido o cambiado.',
    unexplained: 'El servicio dio una respuesta que esta página no entiende.',
  },
};
