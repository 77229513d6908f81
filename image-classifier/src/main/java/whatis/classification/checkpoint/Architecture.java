package whatis.classification.checkpoint;

/** The model classes of Hugging Face's transformers that are supported. */
public enum Architecture {
    VIT("vit", "ViTForImageClassification", 1),
    /** ViT with a distillation token after the class token, which the classifier doesn't look at. */
    DEIT("deit", "DeiTForImageClassification", 2);

    /** Doubles as the prefix of the encoder's tensor names. */
    private final String modelType;

    private final String className;
    private final int prefixTokens;

    Architecture(String modelType, String className, int prefixTokens) {
        this.modelType = modelType;
        this.className = className;
        this.prefixTokens = prefixTokens;
    }

    public String modelType() {
        return modelType;
    }

    public String className() {
        return className;
    }

    /** Returns how many learned tokens stand before those of the patches. */
    public int prefixTokens() {
        return prefixTokens;
    }
}
