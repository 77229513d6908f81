package whatis.commandline;

/** The number formats that a model can run in. */
enum Precision {
    FP32,
    BF16,
    AUTO
}
