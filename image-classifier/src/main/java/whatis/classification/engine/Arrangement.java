package whatis.classification.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatis.classification.network.Attention;
import whatis.classification.network.Network;
import whatis.classification.torchscript.StorageType;

/**
 * Which operators compute the network where several give the same result. No start chooses by a stopwatch: so each computes
 * the same scores.
 *
 * @param attention how attention is spelled
 * @param plainAlone whether an image that is alone on several threads goes through plain operators on weights as they are
 *     stored. In bf16 without matrix units these make better use of several threads; they take a second copy of the weights
 */
public record Arrangement(Attention attention, boolean plainAlone) {

    private static final String PLAIN_ALONE = "+plain";

    /** Beyond, a second copy of the weights costs more than the few per cent of time that it saves. */
    private static final long MOST_BYTES_TWICE = 512L << 20;

    /** Returns what suits a processor by rule. */
    static Arrangement of(StorageType type, Cpu cpu, Network.Traits network) {
        boolean products = type == StorageType.BFLOAT16 && !cpu.hasMatrixUnits();
        return products
                ? new Arrangement(Attention.PRODUCTS, mayBePlain(network))
                : new Arrangement(Attention.FLASH, false);
    }

    /** Plain convolutions bring their weights into another layout for each image: ResNet-50 takes twice as long. */
    private static boolean mayBePlain(Network.Traits network) {
        return network.bytes() <= MOST_BYTES_TWICE && !network.convolutions();
    }

    /** Returns all that may suit a network. */
    static Stream<Arrangement> candidates(Network.Traits network) {
        return all().filter(arrangement -> !arrangement.plainAlone || mayBePlain(network));
    }

    /** Returns the same without plain operators, which compute in another precision than int8. */
    Arrangement forInt8() {
        return new Arrangement(attention, false);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Arrangement parse(String text) {
        return all().filter(arrangement -> arrangement.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The arrangement \"%s\" isn't one of %s.".formatted(text, names())));
    }

    /** Returns all names, with commas between them. */
    static String names() {
        return all().map(Arrangement::toString).collect(Collectors.joining(", "));
    }

    private static Stream<Arrangement> all() {
        return Arrays.stream(Attention.values())
                .flatMap(attention -> Stream.of(new Arrangement(attention, false), new Arrangement(attention, true)));
    }

    /** Returns {@code flash}, {@code products}, {@code flash+plain} or {@code products+plain}. */
    @Override
    public String toString() {
        return attention.name().toLowerCase(Locale.ROOT) + (plainAlone ? PLAIN_ALONE : "");
    }
}
