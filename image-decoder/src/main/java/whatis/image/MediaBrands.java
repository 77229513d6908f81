package whatis.image;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The brands in a file of ISO's base media format (ISO/IEC 14496-12), which tell apart what else begins alike. The first is
 * what the file mainly is, the others are what it may be read as, too.
 */
final class MediaBrands {

    private static final String FILE_TYPE = "????ftyp";
    private static final int FIRST = 8;
    private static final int OTHERS = 16;
    private static final int LENGTH = 4;
    private static final int MOST_BYTES = 256;
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> ANY_CODING = Set.of("mif1", "mif2", "msf1");

    private MediaBrands() {}

    static boolean areAvif(byte[] file) {
        Set<String> brands = read(file);
        return isFirstOf(brands, AVIF) || isFirstOf(brands, ANY_CODING) && !Collections.disjoint(brands, AVIF);
    }

    static boolean areHeic(byte[] file) {
        Set<String> brands = read(file);
        return isFirstOf(brands, HEIC) || isFirstOf(brands, ANY_CODING) && !areAvif(file);
    }

    static boolean areCanonRaw(byte[] file) {
        return isFirstOf(read(file), Set.of("crx "));
    }

    private static boolean isFirstOf(Set<String> brands, Set<String> sought) {
        return !brands.isEmpty() && sought.contains(brands.iterator().next());
    }

    private static Set<String> read(byte[] file) {
        Set<String> brands = new LinkedHashSet<>();
        if (Signature.matches(file, FILE_TYPE)) {
            int boxLength = (file[2] & 0xff) << 8 | file[3] & 0xff;
            int end = Math.min(Math.min(boxLength, MOST_BYTES), file.length);
            for (int at = FIRST; at + LENGTH <= end; at = at == FIRST ? OTHERS : at + LENGTH) {
                brands.add(new String(file, at, LENGTH, StandardCharsets.ISO_8859_1));
            }
        }
        return brands;
    }
}
