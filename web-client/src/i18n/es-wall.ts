import type { enWall } from './en-wall';
import type { Translation } from './text';

export const esWall: Translation<typeof enWall> = {
  'wall.title': 'El muro',
  'wall.of': 'El muro: {title}',
  'wall.readers-staff':
    'Todas las personas con esta hoja ven estas tarjetas. Los nombres que faltan solo los ve quien facilita.',
  'wall.readers-yours':
    'Todas las personas con esta hoja ven estas tarjetas. Las suyas las puede retirar cuando quiera.',
  'wall.close': 'Cerrar el muro',
  'wall.body': 'Tarjetas',
  'wall.cards': { one: '{n} tarjeta', other: '{n} tarjetas' },
  'wall.empty': 'Todavía no hay nada aquí',
  'wall.empty-yours':
    'Quien quiera puede compartir una respuesta. Aparece aquí como una tarjeta. Nadie tiene que hacerlo.',
  'wall.empty-staff':
    'Las tarjetas llegan cuando alguien comparte una respuesta. Ya puede preparar grupos para ellas.',
  'wall.new': { one: 'Una tarjeta nueva en el muro', other: '{n} tarjetas nuevas en el muro' },

  'lane.none': 'Sin grupo',
  'lane.empty': 'Todavía sin tarjetas',

  'card.you': 'Usted',
  'card.you-nameless': 'Usted, sin su nombre',
  'card.nameless': '{name}, sin nombre',
  'card.cleared': 'Borró esta respuesta. Solo usted ve esta tarjeta.',
  'card.take-back': 'Retirar',
  'card.taken-back': 'Retirada. Ya no está en ninguna página.',
  'card.removed': 'Se quitó del muro',
  'card.at': 'Tarjeta {n} de {all}',
  'card.at-group': 'Tarjeta {n} de {all} en {group}',
  'card.at-none': 'Tarjeta {n} de {all}, sin grupo',
  'card.gone': 'Esta tarjeta ya no está en el muro',
  'card.holding': 'Tiene esta tarjeta en la mano. Con Escape vuelve a su lugar.',

  'move.card': 'Mover esta tarjeta',
  'move.name': '{place}. {words}. Mover',
  'move.up': 'Subir',
  'move.down': 'Bajar',
  'move.to': 'Ponerla en un grupo',
  'move.here': 'Está aquí',
  'move.keys': 'En el muro: Alt y una flecha mueven una tarjeta; una flecha sola lleva a la siguiente.',
  'move.drag': 'También puede mantenerla apretada y arrastrarla.',
  'move.remove': 'Quitar del muro',
  'move.remove-more': 'La respuesta se queda en la hoja de esa persona.',
  'move.take-back-more': 'Desaparece al instante de todas las páginas. Su respuesta sigue siendo suya.',
  'move.close': 'Cerrar',

  'group.add': 'Agregar un grupo',
  'group.change': 'Cambiar el grupo {title}',
  'group.name': '¿Cómo se llama?',
  'group.save': 'Guardar',
  'group.new': 'Un grupo nuevo',
  'group.dissolve': 'Deshacer este grupo',
  'group.dissolve-more': 'Sus tarjetas se quedan en el muro.',
  'group.made': 'El grupo {title} ya está',
  'group.dissolved': 'El grupo ya no está. Sus tarjetas se quedan.',
};
