package whatis.service.identification;

import org.jspecify.annotations.Nullable;
import whatis.service.imagenet.ImageNetClass;

/**
 * What a classification means.
 *
 * @param known whether the best score reaches the threshold
 * @param term the best label up to its first comma
 * @param searchTerm what to look up: the term, or the title that means this class
 * @param imageNetClass null if the checkpoint's labels are not ImageNet's
 */
record Verdict(
        boolean known,
        String term,
        String searchTerm,
        @Nullable ImageNetClass imageNetClass) {}
