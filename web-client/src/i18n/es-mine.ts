import type { enMine } from './en-mine';
import type { Translation } from './text';

export const esMine: Translation<typeof enMine> = {
  'mine.morning': 'Buenos días, {name}',
  'mine.afternoon': 'Buenas tardes, {name}',
  'mine.evening': 'Buenas noches, {name}',
  'mine.title': 'Mis hojas',
  'mine.asked': 'Un momento…',
  'mine.none':
    'Todavía no hay nada. Cuando reciba una hoja en una reunión, la encontrará después aquí y podrá seguir con ella.',
  'mine.readers': 'Solo usted y el personal que le atiende pueden leerlas.',
  'mine.no-line': 'Ahora no hay conexión. Lo que escribió está a salvo.',
  'mine.closed': 'Ahora no se puede mostrar. Lo que escribió está a salvo.',
  'mine.again': 'Probar otra vez',

  'next.title': 'Próxima reunión',
  'next.when': '{day} a {hour}',
  'next.today': 'Hoy',
  'next.with': { one: 'Un minuto con {name}.', other: '{n} minutos con {name}.' },
  'next.lasts': { one: 'Un minuto.', other: '{n} minutos.' },
  'next.join': 'Entrar',

  'line.today': 'Hoy',
  'line.day': '{day}. {progress}',
  'line.open': 'Abierta ahora en su reunión. {progress}',
  'line.answered': 'Respuestas: {done} de {all}',
  'line.empty': 'Todavía sin escribir',
  'line.kept': 'Está en este dispositivo. Se guardará cuando vuelva la conexión.',
  'line.held': 'Todavía no está guardada. Deje esta página abierta.',
  'line.go': 'Abrir',

  'one.back': 'Mis hojas',
  'one.readers':
    'Solo usted y el personal que le atiende pueden leerla. Lo que comparta en una reunión lo ve el grupo.',
  'one.pdf': 'Llevármela en PDF',
  'one.pdf-why': 'Como está guardada ahora. No nombra ninguna clínica.',
  'one.pdf-now': 'Como está guardada ahora.',
  'one.named': 'Con el nombre de la clínica',
  'one.named-why': 'Sin él, quien encuentre el papel no sabrá adónde va usted.',
  'one.gone': 'Esta hoja no está abierta para usted. En la lista encuentra todas las suyas.',
  'one.no-line': 'Ahora no podemos abrirla. Lo que escribió antes está a salvo.',

  'out.ask': 'Salir',
  'out.title': '¿Salir en este dispositivo?',
  'out.why':
    'Hágalo si otras personas también usan este teléfono o esta computadora. No queda nada suyo en él. Para volver, abra su enlace otra vez. El personal le dará paso como en un dispositivo nuevo.',
  'out.waits':
    'Una parte de lo que escribió todavía no está guardada y se perdería. Espere a que vuelva la conexión.',
  'out.yes': 'Salir',
  'out.no': 'Quedarme',
  'out.not-yet': 'No funcionó. Puede que no haya conexión. Pruebe de nuevo en un momento.',
  'out.done': 'Ya salió',
  'out.done-why': 'No queda nada suyo en este dispositivo. Ya puede cerrar esta página.',
};
