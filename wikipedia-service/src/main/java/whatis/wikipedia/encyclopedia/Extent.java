package whatis.wikipedia.encyclopedia;

/** Tells how much of a text to fetch. There are only two, so that requests for different lengths share one answer. */
public enum Extent {
    OPENING(500),
    WHOLE(10_000);

    private final int characters;

    Extent(int characters) {
        this.characters = characters;
    }

    /** Returns how many Unicode code points an article of this extent has at most. */
    public int characters() {
        return characters;
    }

    /**
     * Returns the smallest extent that holds this many characters.
     *
     * @throws IllegalArgumentException when none does
     */
    public static Extent of(int characters) {
        for (Extent extent : values()) {
            if (characters <= extent.characters) {
                return extent;
            }
        }
        throw new IllegalArgumentException("at most " + WHOLE.characters + " characters, not " + characters);
    }
}
