/* The authority's questions: what is still to be answered, and whether an answer says to call instead of sending. */

/** The message beside a chosen answer that keeps the report from being sent here; null when there is none. */
export function findStop(root) {
  const stop = [...root.querySelectorAll('.question-stop')].find((one) => one.parentElement.querySelector(':checked') !== null);
  return stop ?? null;
}

/** The first question that wants an answer and has none; null when all have one. */
export function findOpen(root) {
  const open = [...root.querySelectorAll('.question[data-required]')].find((question) => !isAnswered(question));
  return open ?? null;
}

export function isComplete(root) {
  return findStop(root) === null && findOpen(root) === null;
}

function isAnswered(question) {
  const fields = [...question.querySelectorAll('input, textarea, select')];
  return fields.some((field) => (['radio', 'checkbox'].includes(field.type) ? field.checked && field.value !== '' : field.value.trim() !== ''));
}
