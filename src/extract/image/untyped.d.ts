// What is used of two libraries that come without types.

declare module 'heic-decode' {
  interface Decoded {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray;
  }
  interface Listed {
    readonly width: number;
    readonly height: number;
    decode(): Promise<Decoded>;
  }
  const heic: { all(input: { buffer: Uint8Array }): Promise<Listed[] & { dispose(): void }> };
  export = heic;
}

declare module 'onnxruntime-node' {
  type Session = import('paddleocr').OrtInferenceSession;
  export const InferenceSession: {
    create(model: Uint8Array | ArrayBuffer, options?: Record<string, number | boolean>): Promise<Session>;
  };
  export const Tensor: import('paddleocr').OrtModule['Tensor'];
}
