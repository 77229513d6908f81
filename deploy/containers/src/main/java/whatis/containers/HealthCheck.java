package whatis.containers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a service whether it is ready, because an image with a JRE need not have anything else that speaks HTTP. */
final class HealthCheck {

    private static final int HEALTHY = 0;
    private static final int UNHEALTHY = 1;
    private static final int PATIENCE_MILLIS = 3_000;

    private HealthCheck() {}

    /** Ends with exit code 0 if the address that is its only argument answers with status 200, otherwise with 1. */
    public static void main(String[] arguments) {
        System.exit(check(URI.create(arguments[0])));
    }

    static int check(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            System.out.println("status " + status);
            return status == HttpURLConnection.HTTP_OK ? HEALTHY : UNHEALTHY;
        } catch (IOException e) {
            System.out.println(e.getMessage());
            return UNHEALTHY;
        }
    }
}
