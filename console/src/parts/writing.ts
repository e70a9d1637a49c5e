/** Letters belong to a field or an editor, and to a dialog or menu that is open; single keys do nothing there. */
export function writing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]') !== null)
  );
}
