package whatis.classification.calibration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pictures from which ranges come, and others that judge. None is there twice. */
public record Split(List<Picture> calibrating, List<Picture> judging) {

    /** Enough hexadecimal digits to tell apart what one person has. */
    private static final int KEY_LENGTH = 16;

    public Split {
        calibrating = List.copyOf(calibrating);
        judging = List.copyOf(judging);
    }

    /**
     * Splits pictures into halves by what their files hold: names and order don't matter, and neighbours, which often look
     * alike, come apart by chance.
     */
    public static Split halves(Collection<Picture> pictures) {
        List<Picture> calibrating = new ArrayList<>();
        List<Picture> judging = new ArrayList<>();
        for (Picture picture : different(pictures).values()) {
            (calibrating.size() <= judging.size() ? calibrating : judging).add(picture);
        }
        return new Split(calibrating, judging);
    }

    /** Takes halves as they were made; what is in both only judges. */
    public static Split of(Collection<Picture> calibrating, Collection<Picture> judging) {
        Map<String, Picture> judges = different(judging);
        Map<String, Picture> others = different(calibrating);
        others.keySet().removeAll(judges.keySet());
        return new Split(List.copyOf(others.values()), List.copyOf(judges.values()));
    }

    /** Returns a short text that other pictures, or others in either half, don't have. */
    public String key() {
        String all = Stream.of(calibrating, judging)
                .map(half -> half.stream().map(Picture::digest).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return Picture.sha256(all.getBytes(StandardCharsets.US_ASCII)).substring(0, KEY_LENGTH);
    }

    private static Map<String, Picture> different(Collection<Picture> pictures) {
        return pictures.stream()
                .sorted(Comparator.comparing(Picture::name))
                .collect(Collectors.toMap(Picture::digest, Function.identity(), (first, again) -> first, TreeMap::new));
    }
}
