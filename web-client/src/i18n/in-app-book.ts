import type { Messages, Translation } from './text';

const enInApp = {
  'app.title': 'This page opened inside another app',
  'app.why': 'The camera often does not work here. Your link is still good.',
  'app.ios': 'Tap the menu in the corner and choose Open in Safari.',
  'app.android': 'Tap the menu in the corner and choose Open in Chrome.',
  'app.copy': 'Copy my link',
  'app.copied': 'Your link is copied. Paste it in your browser.',
  'app.stay': 'Go on here',
} as const satisfies Messages;

const esInApp: Translation<typeof enInApp> = {
  'app.title': 'Esta página se abrió dentro de otra aplicación',
  'app.why': 'Aquí la cámara no suele funcionar. Su enlace sigue siendo válido.',
  'app.ios': 'Toque el menú de la esquina y elija Abrir en Safari.',
  'app.android': 'Toque el menú de la esquina y elija Abrir en Chrome.',
  'app.copy': 'Copiar mi enlace',
  'app.copied': 'Su enlace está copiado. Péguelo en su navegador.',
  'app.stay': 'Seguir aquí',
};

/** What somebody reads whose link opened inside another program; nobody else loads it. */
export const inApp = { en: enInApp, es: esInApp };
