import { Socket } from 'node:net';

/**
 * A socket that leaves what is written to it in one turn of the event loop to the system in one call: statements that do not wait for each
 * other travel together, and each call costs about as much as the rules of an act.
 */
export function bundlingSocket(): Socket {
  const socket = new Socket();
  // Not before: `connect` gives a socket its own `write` back.
  return socket.once('connect', () => bundleWrites(socket));
}

function bundleWrites(socket: Socket): void {
  const write = socket.write.bind(socket);
  // Beside the driver's own corks, which are counted: it uncorks at the end of each statement, and more may follow.
  let isBundling = false;
  const leave = () => {
    isBundling = false;
    socket.uncork();
  };
  const bundle = (...written: Parameters<Socket['write']>) => {
    if (!isBundling) {
      isBundling = true;
      socket.cork();
      process.nextTick(leave);
    }
    return write(...written);
  };
  // The proof for the cast: whatever overload of `write` is called, its arguments are handed on as they came.
  socket.write = bundle as Socket['write'];
}
