package whatis.peers;

import java.io.InputStream;

/** A network, run as the documentation of its library shows it. Safe for use by many threads. */
interface Peer {
    /**
     * Names what a photograph shows.
     *
     * @param photograph in any format that ImageIO reads
     */
    Answer classify(InputStream photograph) throws Exception;
}
