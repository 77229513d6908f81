package whatis.image;

/** Compares the first bytes of files. */
final class Signature {

    private Signature() {}

    /**
     * Tells whether a file begins with a signature.
     *
     * @param signature bytes as ISO 8859-1 characters; a question mark stands for any byte
     */
    static boolean matches(byte[] encoded, String signature) {
        if (encoded.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            char expected = signature.charAt(i);
            if (expected != '?' && expected != (encoded[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
