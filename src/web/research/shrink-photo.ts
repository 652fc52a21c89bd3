/** Pixels of the longer side: enough to read a notice on a wall, small enough for a slow network. */
const longest = 1600;

/**
 * The picture as a small JPEG, turned as it was taken; what the camera wrote beside it, such as where it was taken, is left behind. Throws
 * for a file that the browser cannot show.
 */
export async function shrinkPhoto(file: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('The browser gives no canvas to draw on.');
    // JPEG knows no transparency.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await jpegOf(canvas);
  } finally {
    picture.close();
  }
}

function jpegOf(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => {
      if (blob === null) reject(new Error('The browser made no JPEG of the picture.'));
      else resolve(blob.arrayBuffer());
    };
    canvas.toBlob(take, 'image/jpeg', 0.8);
  });
}
