import type { enWorksheet } from './en-worksheet';
import type { Translation } from './text';

export const esWorksheet: Translation<typeof enWorksheet> = {
  'saving.saved': 'Guardado.',
  'saving.saving': 'Guardando.',
  'saving.kept-phone': 'Está en este teléfono. Se guardará cuando vuelva la conexión.',
  'saving.kept-computer': 'Está en esta computadora. Se guardará cuando vuelva la conexión.',
  'saving.held': 'Todavía no está guardado. Deje esta página abierta. Se guardará cuando vuelva la conexión.',
  'saving.closed': 'Esta hoja está cerrada. Lo último que escribió está solo en esta página.',
  'saving.back': 'Todo está guardado.',

  'sheet.body': 'Preguntas',
  'sheet.close': 'Cerrar la hoja',
  'sheet.progress': 'Respuestas: {done} de {all}',
  'sheet.one-by-one': 'De una en una',
  'sheet.whole': 'Ver todas',
  'sheet.step': 'Pregunta {n} de {all}',
  'sheet.back': 'Atrás',
  'sheet.next': 'Siguiente',
  'sheet.please': 'conteste, por favor',
  'sheet.clear': 'Borrar',
  'sheet.yes': 'Sí',
  'sheet.no': 'No',
  'sheet.not-set': 'Todavía sin marcar',
  'sheet.of': '{n} de {all}',
  'sheet.add': 'Agregar algo más',
  'sheet.another': 'Otra línea',
  'sheet.no-words': 'Todavía sin palabras',
  'sheet.change': 'Cambiar',
  'sheet.done': 'Listo',
  'sheet.remove': 'Quitar',
  'sheet.removed': 'Se quitó',
  'sheet.number': '{text}, número {n}',

  'misfit.too-long': 'Es demasiado largo. Caben {most} letras como máximo.',
  'misfit.no-number': 'Escriba aquí un número.',
  'misfit.not-whole': 'Escriba aquí un número entero.',
  'misfit.too-small': 'Aquí el número más bajo es {from}.',
  'misfit.too-big': 'Aquí el número más alto es {to}.',
  'misfit.no-date': 'Elija un día.',
  'misfit.no-option': 'Elija algo de la lista.',
  'misfit.other-kind': 'Esto no va bien aquí. Pruebe de otra manera.',

  'clash.why':
    'También escribió aquí desde otro lugar. Ahora ve esas palabras. En esta página usted escribió:',
  'clash.mine': 'Usar estas',
  'clash.theirs': 'Dejarlo como está',
  'clash.nothing': 'Nada',

  'papers.all': 'Hojas abiertas',
  'readers.private': 'Solo lo ven usted, {names} y su equipo de atención.',
  'readers.private-team': 'Solo lo ven usted y su equipo de atención.',
  'readers.share': 'Lo ven usted, {names} y su equipo de atención. El grupo ve solo lo que usted comparta.',
  'readers.share-team': 'Lo ven usted y su equipo de atención. El grupo ve solo lo que usted comparta.',
  'readers.board':
    'Lo ven usted, {names} y su equipo de atención. El grupo ve solo lo que usted ponga en el muro.',
  'readers.board-team':
    'Lo ven usted y su equipo de atención. El grupo ve solo lo que usted ponga en el muro.',

  'share.own': 'Mis palabras',
  'share.group': 'Del grupo: {n}',
  'share.wall': 'El muro: {n}',
  'share.from-group': 'Lo que comparte el grupo',
  'share.nothing': 'Todavía nadie ha compartido nada. No hay prisa.',
  'share.someone': 'Alguien del grupo',
  'share.ask': 'Compartir esto',
  'share.ask-wall': 'Poner en el muro',
  'share.why':
    'El grupo verá estas palabras, también cuando usted las cambie. Puede retirarlas en cualquier momento.',
  'share.why-wall':
    'El grupo verá estas palabras en el muro, también cuando usted las cambie. Puede retirarlas en cualquier momento.',
  'share.staff-know':
    'Sin su nombre, al grupo no se le dice de quién son. {names} y su equipo de atención sí ven que son suyas.',
  'share.staff-know-team':
    'Sin su nombre, al grupo no se le dice de quién son. Su equipo de atención sí ve que son suyas.',
  'share.with-name': 'Compartir con mi nombre',
  'share.without-name': 'Compartir sin mi nombre',
  'share.named': 'El grupo ve esto con su nombre.',
  'share.nameless': 'El grupo ve esto sin su nombre.',
  'share.take-back': 'Retirarlo',
  'share.taken-back': 'Se retiró. El grupo ya no lo ve.',

  'wave.start': 'Empezar la ola',
  'wave.pause': 'Pausa',
  'wave.on': 'Seguir',
  'wave.again': 'Otra vez',
  'wave.picture': 'Una ola que sube, se mantiene alta y baja',
  'wave.ready': 'Las ganas son como una ola. Ver pasar una toma dos minutos.',
  'wave.rise': 'Sube. Tome aire despacio. Puede dejar que llegue.',
  'wave.peak': 'Está en lo alto. Siga con su respiración. No tiene que hacer nada.',
  'wave.fall': 'Baja. Suelte el aire despacio. Sienta cómo se hace pequeña.',
  'wave.over': 'Ya pasó, y usted sigue aquí.',
};
