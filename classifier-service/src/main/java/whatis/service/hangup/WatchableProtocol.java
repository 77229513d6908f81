package whatis.service.hangup;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
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

    private static final class ProbingEndpoint extends NioEndpoint {

        /** TLS has its own channel: there, a client that has closed its half is never taken for one that is gone. */
        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new ProbingChannel(buffers);
        }
    }
}
