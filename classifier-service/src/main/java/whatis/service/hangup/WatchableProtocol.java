package whatis.service.hangup;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** Serves HTTP/1.1 over connections that can be watched while a request is in work. Public for Tomcat, which creates it. */
public final class WatchableProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new Connection(this);
    }
}
