/* "Använd min plats": to the map at the reader's position, or a sentence that says why not and what to do. */
import { locate } from './locate.js';

const button = document.getElementById('min-plats');
const answer = document.getElementById('min-plats-svar');
button.hidden = false;
button.addEventListener('click', async () => {
  button.setAttribute('aria-disabled', 'true');
  answer.textContent = button.dataset.asking;
  answer.hidden = false;
  try {
    const { lat, lon } = await locate();
    location.assign(`/karta?lat=${lat}&lon=${lon}&z=17`);
  } catch (error) {
    answer.textContent = button.dataset[error.message];
    document.getElementById('q').focus();
  } finally {
    button.removeAttribute('aria-disabled');
  }
});
