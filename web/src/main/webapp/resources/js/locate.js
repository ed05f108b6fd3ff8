/* The reader's position, once, and what to say when there is none. Used by the start page and by the report form. */

/**
 * Asks the browser. Resolves with {lat, lon, accuracy in metres}; rejects with an Error whose message is 'refused', 'timeout' or
 * 'unavailable', so that the page can say what to do instead.
 */
export function locate() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) {
      reject(new Error('unavailable'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: Number(coords.latitude.toFixed(6)), lon: Number(coords.longitude.toFixed(6)), accuracy: coords.accuracy }),
      ({ code }) => reject(new Error({ 1: 'refused', 3: 'timeout' }[code] || 'unavailable')),
      { enableHighAccuracy: true, timeout: 12000, maximumAge: 60000 },
    );
  });
}
