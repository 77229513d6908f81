package whatis.service.imagenet;

import java.util.regex.Pattern;

/**
 * A class of ImageNet.
 *
 * @param wordNetId n and eight digits: the offset of its synset in WordNet 3.0's file of nouns
 * @param term the label up to its first comma; not unique
 */
public record ImageNetClass(String wordNetId, String term) {

    private static final Pattern WORDNET_ID = Pattern.compile("n\\d{8}");

    public ImageNetClass {
        if (!WORDNET_ID.matcher(wordNetId).matches() || term.isBlank()) {
            throw new IllegalArgumentException("not a WordNet id and a term: " + wordNetId + ", " + term);
        }
    }

    boolean isLabelledBy(String label) {
        return label.equals(term) || label.startsWith(term + ",");
    }
}
