package whatis.image.jpeg;

/** The second bytes of markers, table B.1 of ITU-T T.81. */
final class Marker {

    static final int TEM = 0x01;
    static final int SOF0 = 0xc0;
    static final int SOF1 = 0xc1;
    static final int SOF2 = 0xc2;
    static final int DHT = 0xc4;
    static final int JPG = 0xc8;
    static final int DAC = 0xcc;
    static final int RST0 = 0xd0;
    static final int RST7 = 0xd7;
    static final int SOI = 0xd8;
    static final int EOI = 0xd9;
    static final int SOS = 0xda;
    static final int DQT = 0xdb;
    static final int DNL = 0xdc;
    static final int DRI = 0xdd;
    static final int APP0 = 0xe0;
    static final int APP1 = 0xe1;
    static final int APP14 = 0xee;
    static final int APP15 = 0xef;
    static final int COM = 0xfe;

    /** Stands for the end of the file where a marker should be. */
    static final int NONE = -1;

    private Marker() {}

    static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    static boolean isStartOfFrame(int marker) {
        return marker >= SOF0 && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC;
    }
}
