package whatis.image.jpeg;

/**
 * Constants that the compiler must not know as such: a power of two would become a shift, and a zero vanish, and either
 * stops the loops around from becoming vector instructions. Never written.
 */
final class Opaque {

    static int zero = 0;
    static int two8 = 1 << 8;
    static int two13 = 1 << 13;
    static int two16 = 1 << 16;

    private Opaque() {}
}
