import type { enReading } from './en-reading';
import type { Translation } from './text';

export const esReading: Translation<typeof enReading> = {
  'read.none': 'Sin respuesta',
  'read.gone': 'Esto ya no lo puede leer nadie.',
  'read.all-gone': 'Lo que se escribió aquí se borró para siempre. Ya no lo puede leer nadie.',
  'read.row': 'Número {n}',

  'note.list': 'Notas del personal',
  'note.add': 'Agregar una nota',
  'note.change': 'Cambiar mi nota',
  'note.label': 'Mi nota para el personal',
  'note.why': 'La lee el personal que atiende a esta persona. La persona no la ve nunca.',
  'note.save': 'Guardar la nota',
  'note.take-back': 'Retirarla',
  'note.leave': 'Dejarla como está',
  'note.empty': 'Escriba algo primero.',
  'note.saved': 'La nota está guardada.',
  'note.taken-back': 'La nota está retirada.',

  'closed.asked': 'Un momento…',
  'closed.again': 'Probar otra vez',
  'closed.no-line': 'Ahora no hay conexión. Lo que ve puede ser de antes. No se pierde nada.',
  'closed.not-noted':
    'Ahora no se puede anotar que usted abre esto, así que no se muestra. Pruebe dentro de un momento.',
  'closed.not-yours': 'No hay ninguna hoja así que se abra con su función.',
  'closed.other': 'Ahora no se puede mostrar. Pruebe dentro de un momento.',

  'trouble.no-line': 'Ahora no hay conexión. No se pierde nada. Pruebe dentro de un momento.',
  'trouble.sign-in': 'Su sesión se cerró. Entre en otra ventana y pruebe aquí otra vez.',
  'trouble.role': 'Esto es para personal con otra función. No se pierde nada.',
  'trouble.slow-down': 'Demasiado a la vez. Espere un momento y pruebe otra vez.',
  'trouble.other': 'Ahora no funcionó. No se pierde nada. Pruebe otra vez.',
};
