package whatis.classification.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which checkpoints of one architecture name their tensors. Transformers 5 renamed many, and still reads the
 * names of version 4, which nearly all published checkpoints have and which callers ask for.
 *
 * @param prefix the encoder's, such as {@code vit}, which checkpoints of the bare encoder leave out
 * @param renames what is called otherwise since, applied in this order
 */
public record WeightNames(String prefix, List<Rename> renames) {

    /**
     * A part of a name, whole words between points.
     *
     * @param classic what transformers 4 calls it
     * @param modern what transformers 5 calls it; several if the tensor is split there into as many parts of equal size
     *     along its first dimension
     */
    public record Rename(String classic, List<String> modern) {

        public Rename {
            modern = List.copyOf(modern);
            if (modern.isEmpty()) {
                throw new IllegalArgumentException(classic + " has no other name");
            }
        }

        /** Pairs an old name with the new one or, for a tensor that is split, with the new ones. */
        public static Rename of(String classic, String... modern) {
            return new Rename(classic, List.of(modern));
        }

        private boolean splits() {
            return modern.size() > 1;
        }

        private boolean isIn(String name) {
            return find(name) >= 0;
        }

        private String apply(String name, String replacement) {
            int index = find(name);
            return index < 0 ? name : name.substring(0, index) + replacement + name.substring(index + classic.length());
        }

        private int find(String name) {
            int index = name.indexOf(classic);
            while (index >= 0 && !isWhole(name, index)) {
                index = name.indexOf(classic, index + 1);
            }
            return index;
        }

        private boolean isWhole(String name, int index) {
            int end = index + classic.length();
            return (index == 0 || name.charAt(index - 1) == '.') && (end == name.length() || name.charAt(end) == '.');
        }
    }

    public WeightNames {
        renames = List.copyOf(renames);
    }

    /** Brings all names of a tensor to one, the shortest: without prefix, as transformers 5 has it. */
    String normalized(String name) {
        String result = name.startsWith(prefix + ".") ? name.substring(prefix.length() + 1) : name;
        for (Rename rename : renames) {
            if (!rename.splits()) {
                result = rename.apply(result, rename.modern().get(0));
            }
        }
        return result;
    }

    /** Returns the normalized names of a tensor's parts; none if no checkpoint splits it. */
    List<String> parts(String name) {
        String whole = normalized(name);
        List<String> parts = new ArrayList<>();
        for (Rename rename : renames) {
            if (rename.splits() && rename.isIn(whole)) {
                rename.modern().forEach(part -> parts.add(rename.apply(whole, part)));
                break;
            }
        }
        return parts;
    }
}
