/** One picture that a page draws right now. What is not drawn is not asked for. */
export interface ShownPicture {
  member: string;
  kind: 'camera' | 'screen';
  /** In the display's own pixels: more than this would come for nothing. */
  height: number;
}
