package whatis.wikipedia.encyclopedia;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Sends requests, each with a deadline as a whole. Safe for use by many threads. */
final class Transport {

    /** One, and two that it is sent on to: editions move, as nb.wikipedia.org did. */
    private static final int REQUESTS_PER_QUESTION = 3;

    private final OkHttpClient http;

    /** @param deadline from the name's resolution to the answer's last byte; the name may take half of it */
    Transport(Duration deadline) {
        http = new OkHttpClient.Builder()
                .callTimeout(deadline)
                .dns(new TimelyDns(Dns.SYSTEM, deadline.dividedBy(2)))
                .addNetworkInterceptor(Transport::count)
                .build();
    }

    /**
     * Returns the answer, and where none comes the one that a gateway would give: jwiki prints the stack trace of an
     * exception and returns null. A user in the address is sent as HTTP's Basic authentication.
     */
    Response send(Request request) {
        try {
            return http.newCall(prepared(request)).execute();
        } catch (InterruptedIOException e) {
            return answer(request, 504, e);
        } catch (ProtocolException | SSLException e) {
            return answer(request, 502, e);
        } catch (IOException e) {
            return answer(request, 503, e);
        }
    }

    /** Tells whether an answer came over the network; the others are ours. */
    static boolean isFromPeer(Response response) {
        return response.networkResponse() != null;
    }

    private static Request prepared(Request request) {
        HttpUrl url = request.url();
        Request.Builder prepared = request.newBuilder().tag(AtomicInteger.class, new AtomicInteger());
        if (!url.username().isEmpty()) {
            prepared.url(url.newBuilder().username("").password("").build())
                    .header("Authorization", Credentials.basic(url.username(), url.password()));
        }
        return prepared.build();
    }

    /** OkHttp itself follows 20 redirects, and Wikipedia counts each of them. */
    private static Response count(Interceptor.Chain chain) throws IOException {
        AtomicInteger requests = chain.request().tag(AtomicInteger.class);
        if (requests != null && requests.incrementAndGet() > REQUESTS_PER_QUESTION) {
            throw new ProtocolException("more than " + (REQUESTS_PER_QUESTION - 1) + " redirects");
        }
        return chain.proceed(chain.request());
    }

    private static Response answer(Request request, int status, IOException cause) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message(String.valueOf(cause.getMessage()))
                .body(ResponseBody.create("", null))
                .build();
    }
}
