package whatis.service.hangup;

import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** Serves HTTP/1.1 over connections that can be watched while a request is in work. Public for Tomcat, which creates it. */
public final class WatchableProtocol extends Http11NioProtocol {

    public WatchableProtocol() {
        super(new ProbingEndpoint());
    }

    @Override
    protected Processor createProcessor() {
        return new Connection(this);
    }

    @Override
    public void addUpgradeProtocol(UpgradeProtocol protocol) {
        super.addUpgradeProtocol(protocol instanceof Http2Protocol ? new DirectHttp2() : protocol);
    }

    /** HTTP/2 that begins by TLS or by prior knowledge. */
    private static final class DirectHttp2 extends Http2Protocol {

        /**
         * A client that offers HTTP/2 in passing, as Java's does, goes on with HTTP/1.1: to change over, Tomcat would read
         * the body first and refuse a picture of more than 4 KB.
         */
        @Override
        public boolean accept(Request request) {
            return false;
        }
    }

    private static final class ProbingEndpoint extends NioEndpoint {

        /** TLS has its own channel: there, a client that has closed its half is never taken for one that is gone. */
        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new ProbingChannel(buffers);
        }
    }
}
