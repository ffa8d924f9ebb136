/** Words of the studio's frame and flow side; one file per part. */
import canvas from './studio-flow/canvas.ts';
import frame from './studio-flow/frame.ts';
import inspector from './studio-flow/inspector.ts';
import panels from './studio-flow/panels.ts';

export default { ...frame, ...canvas, ...inspector, ...panels };
