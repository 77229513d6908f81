package whatis.service.imagenet;

import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * Defines classes in the words of WordNet 3.0, which ImageNet's ids refer to: in 3.1, 41 of them are something else. The
 * dictionary is opened when it is first asked. Safe for use by many threads, one at a time.
 */
public final class WordNet {

    private static final String SOURCE = "WordNet 3.0";

    private @Nullable Dictionary dictionary;

    /** @throws IllegalArgumentException if WordNet has no such noun */
    public synchronized Definition define(ImageNetClass imageNetClass) {
        try {
            if (dictionary == null) {
                dictionary = Dictionary.getDefaultResourceInstance();
            }
            long offset = Long.parseLong(imageNetClass.wordNetId().substring(1));
            String gloss = dictionary.getSynsetAt(POS.NOUN, offset).getGloss();
            return new Definition(withoutExamples(gloss), SOURCE);
        } catch (JWNLException e) {
            throw new IllegalArgumentException("not in WordNet: " + imageNetClass, e);
        }
    }

    /** Cuts the quotations off that follow a definition. */
    private static String withoutExamples(String gloss) {
        int examples = gloss.indexOf("; \"");
        return (examples < 0 ? gloss : gloss.substring(0, examples)).strip();
    }
}
