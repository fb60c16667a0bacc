package dev.yiben.inference.openai;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every connection with the same bytes, however wrong they are. */
final class OneResponseServer implements AutoCloseable {
  private final ServerSocket socket;
  private final byte[] response;

  OneResponseServer(String response) throws IOException {
    this.response = response.getBytes(StandardCharsets.UTF_8);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "one-response");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        InputStream in = connection.getInputStream();
        // Requests end with the body's last brace; what is not read would break the connection.
        int last = 0;
        while (last != '}') {
          last = in.read();
        }
        in.skipNBytes(in.available());
        connection.getOutputStream().write(response);
        connection.getOutputStream().flush();
      } catch (IOException e) {
        // The client has seen enough, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
