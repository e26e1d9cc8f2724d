const teardown = async (): Promise<void> => {
  await globalThis.embeddedDatabase?.stop();
};

export default teardown;
